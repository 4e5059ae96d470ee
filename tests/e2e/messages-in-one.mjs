// Where a test's modules import the compiled messages, they are given those put into one file. Read by each process of the tests, first.
import { register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { IMPORTED, messagesInOne } from '../../scripts/site/messages-in-one.mjs';

/** Told by the process that starts the others. */
const folder = (process.env['MESSAGES_IN_ONE'] ??= await messagesInOne());
const hooks = `export const resolve = (specifier, context, next) => {
  const [, name] = ${IMPORTED}.exec(specifier) ?? [];
  return name
    ? { url: ${JSON.stringify(pathToFileURL(folder).href)} + '/' + name + '.js', shortCircuit: true }
    : next(specifier, context);
};`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
