/** The part of WebAssembly that Node 20's types leave to the browser's. */
declare namespace WebAssembly {
  interface Exports {
    readonly [name: string]: unknown;
    /** What wasm-bindgen runs once after instantiating. */
    __wbindgen_start(): void;
  }
  type ModuleImports = Record<string, unknown>;
  function instantiate(
    bytes: Uint8Array,
    imports: Record<string, ModuleImports>,
  ): Promise<{ instance: { exports: Exports } }>;
}
