#!/usr/bin/env bash
# Measures the program: its size, time and memory for one line; and `qawl
# extract` over an archive: MB/s, articles/s, peak memory, with one thread and with
# two. Makes the archive by repeating and shuffling articles.
#
#   benches/archive.sh [MEGABYTES] [ARTICLES.jsonl.gz]
#
# Without a file of articles it takes the corpus in ../shared, where that is absent
# samples/. Needs python3; nothing is kept.
set -euo pipefail
cd "$(dirname "$0")/.."

megabytes=${1:-100}
articles=${2:-}
corpus=../shared/corpus/articles.jsonl.gz
if [ -z "$articles" ] && [ -f "$corpus" ]; then articles=$corpus; fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cargo build --release --quiet
program=target/release/qawl

# Nothing but `os`, as the memory of the program counts from that of what started it.
python3 -IS - "$program" <<'PYTHON'
import os, sys, time

program = sys.argv[1]

def run():
    reading, writing = os.pipe()
    os.write(writing, "قال الوزير إن الجسر آمن.".encode())
    os.close(writing)
    files = [(os.POSIX_SPAWN_DUP2, reading, 0), (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    begun = time.monotonic()
    child = os.posix_spawn(program, [program, "extract", "--quiet"], os.environ, file_actions=files)
    _, status, usage = os.wait4(child, 0)
    seconds = time.monotonic() - begun
    os.close(reading)
    assert status == 0
    return seconds, usage.ru_maxrss

runs = [run() for _ in range(50)]
print(f"{os.path.getsize(program) / 1e6:.1f} MB, one line in {min(runs)[0] * 1000:.1f} ms at best of 50, "
      f"{max(memory for _, memory in runs) / 1024:.0f} MB of memory at most")
PYTHON

python3 - "$megabytes" "$folder/archive.jsonl" "$articles" <<'PYTHON'
import glob, gzip, json, random, sys

megabytes, target, source = int(sys.argv[1]), sys.argv[2], sys.argv[3]
if source:
    lines = [line.rstrip(b"\n") for line in gzip.open(source)]
else:
    texts = [open(path, encoding="utf-8").read() for path in sorted(glob.glob("samples/*.txt"))]
    lines = [json.dumps({"text": text}, ensure_ascii=False).encode() for text in texts]
order, length = random.Random(1), 0
with open(target, "wb") as archive:
    while length < megabytes * 1_000_000:
        order.shuffle(lines)
        for line in lines:
            length += archive.write(line + b"\n")
            if length >= megabytes * 1_000_000:
                break
PYTHON

for jobs in 1 2; do
    python3 - "$program" "$jobs" "$folder/archive.jsonl" <<'PYTHON'
import os, resource, subprocess, sys, time

program, jobs, archive = sys.argv[1:]
begun = time.monotonic()
with open(os.devnull, "wb") as nowhere:
    command = [program, "extract", "--quiet", "--format", "jsonl", "--jobs", jobs, archive]
    subprocess.run(command, stdout=nowhere, check=True)
seconds = time.monotonic() - begun
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
articles = sum(chunk.count(b"\n") for chunk in iter(lambda f=open(archive, "rb"): f.read(1 << 20), b""))
size = os.path.getsize(archive) / 1e6
busy = usage.ru_utime + usage.ru_stime
print(f"{jobs} thread(s): {size / seconds:6.1f} MB/s, {articles / seconds:7.0f} articles/s, "
      f"{seconds:.1f} s, {busy:.1f} s of processor, {usage.ru_maxrss / 1024:.0f} MB at most")
PYTHON
done
