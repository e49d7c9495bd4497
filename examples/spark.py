"""qawl on every core of a cluster: JSON lines in, JSON lines out, in order.

    spark-submit examples/spark.py ARCHIVE.jsonl OUTPUT-FOLDER [QAWL]

Apache Spark hands each partition to a `qawl extract` of its own through a pipe;
qawl keeps nothing between lines, so the result is that of a plain run.
"""

import shlex
import sys

from pyspark.sql import SparkSession

archive, target = sys.argv[1:3]
program = sys.argv[3] if len(sys.argv) > 3 else "qawl"

spark = SparkSession.builder.appName("qawl").getOrCreate()
articles = spark.sparkContext.textFile(archive)
# One thread each: Spark has a task on every core already. A broken line is told
# on the executor's standard error and sets the status 1, which must not end the
# job; checkCode is off for that.
command = f"{shlex.quote(program)} extract --quiet --jobs 1 --format jsonl"
articles.pipe(command, checkCode=False).saveAsTextFile(target)
spark.stop()
