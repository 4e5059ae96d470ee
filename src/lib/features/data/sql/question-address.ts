// The question of the console in the address: a link brings the question, and asks nothing.

export const readQuestion = (params: URLSearchParams): string | null => params.get('sql');

export const writeQuestion = (text: string): URLSearchParams =>
  new URLSearchParams(text.trim() === '' ? {} : { sql: text });
