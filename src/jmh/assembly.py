#!/usr/bin/env python3
"""Counts the vector instructions that C2 makes of a method: src/jmh/assembly.py org.seism.inference.EventScan::box

Runs KernelComparison for a second with -XX:CompileCommand=print, which prints machine code as hexadecimal where hsdis is
not installed, and lets objdump (binutils) disassemble it. x86-64 only. Needs target/performance/classpath (src/jmh/run.sh).
"""
import collections
import os
import re
import subprocess
import sys
import tempfile

os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../.."))
method = sys.argv[1]
classpath = "target/classes:target/test-classes:" + open("target/performance/classpath").read().strip()
with tempfile.TemporaryDirectory() as scratch:
    text = subprocess.run(
        ["java", "-Xmx2g", "-XX:+UnlockDiagnosticVMOptions", "-XX:CompileCommand=quiet",
         "-XX:CompileCommand=dontinline," + method, "-XX:CompileCommand=print," + method, "-cp", classpath,
         "org.seism.inference.KernelComparison", scratch, "1000x1000", "1", scratch + "/csv"],
        capture_output=True, text=True, check=True).stdout
    for part in text.split("C2-compiled nmethod")[1:]:
        if "%" in part.split("Compiled method")[1].split("\n")[0]:
            continue  # a loop replaced on the stack
        body = part.split("[MachCode]")[1].split("[/MachCode]")[0]
        code = "".join(m.group(1) for m in re.finditer(r"^\s+0x[0-9a-f]+:\s+([0-9a-f|\s]+?)$", body, re.M))
        code = bytes.fromhex(re.sub(r"[^0-9a-f]", "", code))
        with open(scratch + "/code", "wb") as out:
            out.write(code)
        listing = subprocess.run(["objdump", "-D", "-b", "binary", "-m", "i386:x86-64", "-M", "intel", scratch + "/code"],
                                 capture_output=True, text=True, check=True).stdout
        counts = collections.Counter()
        for line in listing.splitlines():
            fields = line.split("\t")
            if len(fields) == 3 and re.search(r"[xyz]mm", fields[2]):
                register = max(re.findall(r"[xyz]mm", fields[2]))
                counts[register, fields[2].split()[0]] += 1
        print(method, len(code), "bytes")
        for (register, name), count in sorted(counts.items(), reverse=True):
            print("  %s %-12s %d" % (register, name, count))
