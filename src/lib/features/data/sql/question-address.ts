// The query of the console in the address. Opening a link does not run it.

export const readQuestion = (params: URLSearchParams): string | null => params.get('sql');

export const writeQuestion = (text: string): URLSearchParams =>
  new URLSearchParams(text.trim() === '' ? {} : { sql: text });
