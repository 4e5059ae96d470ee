// How the site writes the address of a page.

/** Path, then query and fragment. */
const PAGE_ADDRESS = /^([^?#]*[^/?#])(?=[?#]|$)/;

/**
 * Address of a page with the final slash of its folder, as a host finds it that knows nothing but files: `/page?vue=x` gives
 * `/page/?vue=x`.
 */
export const pageAddress = (address: string): string => address.replace(PAGE_ADDRESS, '$1/');
