#!/bin/sh
# Draws the PNGs from icons/svg. Needs rsvg-convert (Debian: librsvg2-bin). The PNGs are committed: a build needs no tool.
#   icons/<name>-24.png, -32.png, -64.png   pictures for documents
#   icons/category.png                      the category in KNIME's node repository, 16 px
#   src/main/resources/org/seism/knime/node/<package>/icon.png   the node on the canvas, 16 px, beside its factory
set -eu
cd "$(dirname "$0")"
nodes=../src/main/resources/org/seism/knime/node

render() { # name size file
  rsvg-convert --width "$2" --height "$2" --format png --output "$3" "svg/$1.svg"
}
node() { # name package
  mkdir -p "$nodes/$2"
  render "$1" 16 "$nodes/$2/icon.png"
}

for svg in svg/*.svg; do
  name=$(basename "$svg" .svg)
  for size in 24 32 64; do render "$name" $size "$name-$size.png"; done
done
render category 16 category.png
node fasta-reader         fastareader
node region-extractor     extractor
node sequence-simulator   simulator
node sequence-encoder     encoder
node motif-selector       selector
node null-sampler         sampler
node selective-p-values   pvalues
node exact-selective-test exact
node data-split-test      split
node motif-scanner        scanner
node motif-writer         writer
node motif-reader         reader
node motif-comparer       comparer
