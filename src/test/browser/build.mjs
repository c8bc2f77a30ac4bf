// Bundles what the browser tests load: build.mjs OUTPUT-FOLDER
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

const out = process.argv[2];
await mkdir(out, { recursive: true });
for (const name of ["embedder", "embedder-new"]) {
  await build({ entryPoints: [`${name}.js`], bundle: true, format: "iife", globalName: "knime", outfile: join(out, `${name}.js`),
    logLevel: "error" });
}
await copyFile("node_modules/axe-core/axe.min.js", join(out, "axe.min.js"));
