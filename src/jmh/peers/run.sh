#!/usr/bin/env bash
# Block rotation and hypersphere directions of SEISM and a plain numpy program on the same data, one thread each.
# SIZE=1000x10000 SECONDS_EACH=8 JAVA_SECONDS=20 PYTHON=/usr/bin/python3 src/jmh/peers/run.sh
# Slow chains need long series: SEISM's are run for longer, as tasks of one thread each on two cores.
# PYTHON_FAST may name a second Python whose numpy has a tuned BLAS; it is shown in rows of its own.
set -euo pipefail
cd "$(dirname "$0")/../../.."
out=target/performance
mkdir -p "$out"
[ -f "$out/classpath" ] || mvn -q -B -ntp -DskipTests test-compile dependency:build-classpath -DincludeScope=test "-Dmdep.outputFile=$PWD/$out/classpath"
cp=target/classes:target/test-classes:$(cat "$out/classpath")
each=${SECONDS_EACH:-8}
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 BLIS_NUM_THREADS=1
java -Xmx2g -cp "$cp" org.seism.inference.KernelComparison "$out/peers" "${SIZE:-1000x10000}" "${JAVA_SECONDS:-20}" "$out/peers.csv"
"${PYTHON:-/usr/bin/python3}" src/jmh/peers/hypersphere_numpy.py "$out/peers" "$each" "$out/peers.csv" numpy
if [ -n "${PYTHON_FAST:-}" ]; then
  "$PYTHON_FAST" src/jmh/peers/hypersphere_numpy.py "$out/peers" "$each" "$out/peers.csv" numpy-tuned-blas
fi
rm -rf "$out/peers"
