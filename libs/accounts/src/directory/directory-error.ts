/** `directory_busy`: an import is being written, and who writes now can't know that a value is theirs alone. */
export type DirectoryErrorCode = 'account_refused' | 'account_changed' | 'directory_busy';
