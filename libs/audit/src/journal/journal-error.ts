export type JournalErrorCode =
  | 'event_unknown'
  /** Two filters that many events fit and hardly any fits both of: a shorter time helps. */
  | 'journal_question_too_wide'
  | 'exports_limited'
  | 'watchers_limited';
