// What the address bar says now, rather than when the page was last navigated to.
export const paramsNow = (): URLSearchParams => new URLSearchParams(location.search);
