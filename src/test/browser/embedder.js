// The code by which KNIME's front end talks to a node view's frame, for ViewBrowserIT. The package's own entry for it points to a missing file.
export { setUpIframeEmbedderService } from "./node_modules/@knime/ui-extension-renderer/src/logic/iframe/embedder.ts";
