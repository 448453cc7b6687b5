export type StatisticsErrorCode = 'statistics_invalid';
