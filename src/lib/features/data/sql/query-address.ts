// The query of the console in the address. Opening a link does not run it.

export const readQuery = (params: URLSearchParams): string | null => params.get('sql');

export const writeQuery = (text: string): URLSearchParams =>
  new URLSearchParams(text.trim() === '' ? {} : { sql: text });
