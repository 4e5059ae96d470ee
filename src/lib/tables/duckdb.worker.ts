// The engine's own worker. It loses the failure of its WebAssembly file in a promise nobody holds: tell the page.
addEventListener('unhandledrejection', (event) => reportError(event.reason));
// Its name is the address of the engine's script, loaded as it is: a bundler would leave out a package without side effects.
await import(/* @vite-ignore */ self.name);
postMessage('ready');
export {};
