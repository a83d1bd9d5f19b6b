import { userInfo } from 'node:os';
import type { UserName } from '../ports';

/** The name with which somebody is logged in to this computer; empty where the system does not know one. */
export const systemUserName: UserName = () => {
  try {
    return userInfo().username;
  } catch {
    // Node throws for a user id without an account, as in some containers.
    return '';
  }
};
