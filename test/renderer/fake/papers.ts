import type { Paper, PaperRequest } from '../../../preload/contract/papers';
import type { Result } from '../../../preload/contract/model';
import { smallPdf } from '../../fakes/small-pdf';
import { workOrder } from './books';

const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** Papers that say nothing; one of the queue is as it was sent. */
export function createPapers() {
  const made = new Map<string, Paper>();
  return {
    make: (request: PaperRequest) => {
      const id = String(made.size + 1).padStart(64, '0');
      const asSent = request.of === 'queue';
      const paper = { id, fileName: nameOf(request), bytes: smallPdf(request.of), asSent };
      made.set(id, paper);
      return ok(paper);
    },
    save: (id: string) => ok({ file: `/home/office/${made.get(id)?.fileName}` }),
    open: () => ok(null),
    print: () => ok({ printed: true }),
  };
}

function nameOf(request: PaperRequest): string {
  switch (request.of) {
    case 'work-order':
      return `${request.kind === 'work-order' ? 'Werkbon' : 'Formulieren'} ${workOrder(request.id).number}.pdf`;
    case 'queue':
      return request.fileName;
    case 'day-list':
      return `Daglijst ${request.day}.pdf`;
    case 'example':
      return 'Voorbeeld werkbon.pdf';
  }
}
