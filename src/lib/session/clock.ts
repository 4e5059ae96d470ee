// The day that the reader's clock tells. A page reads it once it runs: what is written beforehand knows no day.

const two = (number: number) => String(number).padStart(2, '0');

/** ISO date of a moment, where the reader is. */
export const localDate = (moment = new Date()): string =>
  `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
