// What a page of the site keeps beside its address.
declare global {
  namespace App {
    interface PageState {
      /** Mark of the paper that the reader compares with this page. */
      paper?: string;
    }
  }
}

export {};
