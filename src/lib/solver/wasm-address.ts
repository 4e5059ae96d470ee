// Where a browser fetches the solver's WebAssembly: a file of the site. Node finds its own and never reads this.
import address from 'highs/runtime?url';

export const WASM_ADDRESS: string = address;
