/** @param {number[]} values */
export function quantile(values, q) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

export const median = (values) => quantile(values, 0.5);
