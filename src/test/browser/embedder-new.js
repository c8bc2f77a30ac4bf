// The same of a newer KNIME.
export { setUpIframeEmbedderService } from "./node_modules/ui-extension-renderer-new/src/logic/iframe/embedder.ts";
