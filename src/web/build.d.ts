/** The version of the library, put in place when the page is built. */
declare const kronketVersion: string;

declare module "*?worker&inline" {
  const InlineWorker: new () => Worker;
  export default InlineWorker;
}
