#!/usr/bin/env bash
# Measures everything that docs/PERFORMANCE.md states and writes its tables and the picture.
#   src/jmh/run.sh                 all parts, about 12 minutes on two quiet cores
#   src/jmh/run.sh peers report    some parts: build roofline kernels floats grid discover peers scale threads growth report
# The csv files stay in target/performance. FORKS=1 gives every kernel benchmark a JVM of its own (slower).
set -euo pipefail
cd "$(dirname "$0")/../.."
out=target/performance
mkdir -p "$out"
parts=${*:-build roofline kernels floats grid discover peers scale threads growth report}

wants() { case " $parts " in *" $1 "*) printf '== %s (%s s)\n' "$1" "$SECONDS"; return 0 ;; esac; return 1; }

if wants build || [ ! -f "$out/classpath" ]; then
  mvn -q -B -ntp -DskipTests test-compile dependency:build-classpath -DincludeScope=test "-Dmdep.outputFile=$PWD/$out/classpath"
fi
cp=target/classes:target/test-classes:$(cat "$out/classpath")

{
  date -u +'%Y-%m-%d'
  lscpu | grep -E '^(Model name|CPU\(s\)|Thread|L1d|L2|L3)' || true
  awk '/MemTotal/ { printf "Memory: %.0f GB\n", $2 / 1e6 }' /proc/meminfo
  awk '{ print "Load before the run: " $1 }' /proc/loadavg
  uname -srm
  java -version 2>&1 | sed -n '1,3p'
  /usr/bin/python3 -c 'import numpy, sys; print("Python", sys.version.split()[0], "numpy", numpy.__version__)' || true
} >"$out/machine.new"
if wants roofline; then mv "$out/machine.new" "$out/machine.txt"; else rm "$out/machine.new"; fi

jmh() { # csv, regex, options
  local csv=$1 regex=$2
  shift 2
  java -Xmx5g -cp "$cp" org.openjdk.jmh.Main "$regex" -prof org.seism.CpuTimeProfiler -rf csv -rff "$out/$csv.csv" "$@" \
    >"$out/$csv.log" 2>&1 || { tail -20 "$out/$csv.log"; return 1; }
}
quick="-wi 4 -w 250ms -i 4 -r 200ms"

if wants roofline; then jmh roofline RooflineBenchmark; fi
if wants kernels; then jmh kernels 'ScanBenchmark|SamplerBenchmark' $quick -f "${FORKS:-0}"; fi
if wants floats; then jmh floats FloatMatrixBenchmark $quick; fi
if wants grid; then jmh grid GridBenchmark; fi
if wants discover; then jmh discover DiscoverBenchmark; fi
if wants peers; then src/jmh/peers/run.sh; fi

stages() { java "$heap" -cp "$cp" org.seism.analysis.StageTimes "csv=$out/$csv.csv" "$@" >>"$out/$csv.log"; }

if wants scale; then
  csv=scale
  rm -f "$out/scale.csv" "$out/scale.log"
  heap=-Xmx1500m stages label="500 + 500 x 101, width 8, default support, case/control" length=101 cases=true minSupport=0 replicates=999
  heap=-Xmx1500m stages label="500 + 500 x 101, width 8, support 2, case/control" length=101 cases=true replicates=999
  heap=-Xmx1500m stages label="1000 x 101, width 8, support 2, numeric" length=101 replicates=999
  heap=-Xmx1500m stages label="1000 x 100, width 8, support 2, numeric" replicates=4999
  heap=-Xmx3g stages label="5000 x 500, width 8, default support" n=5000 length=500 minSupport=0 replicates=99
  heap=-Xmx7g stages label="20 000 x 200, width 10, support 2" n=20000 length=200 width=10 replicates=99 progress=true
fi

if wants threads; then
  csv=threads
  rm -f "$out/threads.csv" "$out/threads.log"
  for setting in "motifs=3" "motifs=1" "motifs=1 branches=16"; do
    for threads in 1 2 0; do
      heap=-Xmx2g stages $setting threads=$threads candidates=10000 replicates=4999 repeat=4
    done
  done
fi

if wants growth; then
  rm -f "$out/growth.csv"
  java -Xmx3g -cp "$cp" org.seism.analysis.GrowthCurves "$out/growth.csv" >"$out/growth.log"
fi

if wants report; then
  java -Djava.awt.headless=true -cp "$cp" org.seism.PerformanceReport "$out" docs/PERFORMANCE.md
fi
printf '== done (%s s)\n' "$SECONDS"
