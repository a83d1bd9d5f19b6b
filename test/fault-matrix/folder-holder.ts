/** A process that takes a data folder, says whether it has it, and keeps it until it is ended. Started by instance-cells.ts. */
import { lockFolder } from '../../main/platform/folder-lock';
import { systemTime } from '../../main/platform/system-time';

const lock = await lockFolder(process.argv[2] ?? '', 'the fault matrix', { time: systemTime, patienceMs: 0 });
console.log(lock.held ? 'held' : `in use by ${lock.holder?.processId ?? 'nobody'}`);
// Until the other side closes the pipe, or kills.
process.stdin.resume();
