/** The part of the package that is used here; it ships no types. */
declare module "html-encoding-sniffer" {
  /** The name of the encoding of HTML by the HTML Standard, 13.2.3.2 (https://html.spec.whatwg.org/). */
  export default function sniff(
    bytes: Uint8Array,
    options?: { transportLayerEncodingLabel?: string | undefined; defaultEncoding?: string },
  ): string;
}
