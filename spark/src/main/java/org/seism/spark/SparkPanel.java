package org.seism.spark;

import java.io.IOException;
import java.io.Serializable;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkConf;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.seism.InputException;
import org.seism.Progress;
import org.seism.TaskRunner;
import org.seism.cli.run.ClusterPanel;
import org.seism.cli.run.PanelParcel;

import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction1;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/**
 * Runs the phenotypes of a panel as tasks of Apache Spark: the panel is broadcast once, one task per phenotype. Every random
 * stream is named by seed and purpose, never by a machine or an attempt, so a task that is run again after an executor was
 * lost gives the same result; Spark hands each task's result over once.
 */
public final class SparkPanel implements ClusterPanel {
    private static final int CONNECT_MILLIS = 8_000;
    private static final int POLL_MILLIS = 50;

    @Override
    public void run(final String master, final Map<String, String> settings, final PanelParcel parcel,
        final List<Integer> numbers,
        final Consumer<PanelParcel.Result> sink, final Progress progress) {
        reach(master);
        progress.report(0, () -> "Starting on " + master);
        final SparkConf conf = new SparkConf().setAppName("SEISM panel").setMaster(master).set("spark.ui.enabled", "false")
            // results are written to the disk as they come and not kept
            .set("spark.driver.maxResultSize", "0").setIfMissing("spark.jars", ownJar());
        settings.forEach(conf::set);
        try (JavaSparkContext context = new JavaSparkContext(conf)) {
            submit(context, parcel, numbers, sink, progress);
        } catch (InputException e) {
            throw e;
        } catch (RuntimeException e) {
            if (progress.isCancelled()) {
                progress.checkCancelled();
            }
            throw lost(master, e);
        }
    }

    private static void submit(final JavaSparkContext context, final PanelParcel parcel, final List<Integer> numbers,
        final Consumer<PanelParcel.Result> sink, final Progress progress) {
        final Broadcast<PanelParcel> shared = context.broadcast(parcel);
        final AtomicInteger done = new AtomicInteger();
        final AtomicReference<Throwable> failure = new AtomicReference<>();
        final List<Object> partitions = new ArrayList<>();
        for (int k = 0; k < numbers.size(); k++) {
            partitions.add(k);
        }
        final SimpleFutureAction<Boolean> job = context.sc().submitJob(context.parallelize(numbers, numbers.size()).rdd(),
            new Task(shared),
            CollectionConverters.asScala(partitions).toSeq(), new AbstractFunction2<Object, PanelParcel.Result, BoxedUnit>() {
                @Override
                public BoxedUnit apply(final Object partition, final PanelParcel.Result result) {
                    try {
                        sink.accept(result);
                        done.incrementAndGet();
                    } catch (RuntimeException | Error e) {
                        failure.compareAndSet(null, e);
                    }
                    return BoxedUnit.UNIT;
                }
            }, new AbstractFunction0<Boolean>() {
                @Override
                public Boolean apply() {
                    return true;
                }
            });
        try {
            while (!job.isCompleted()) {
                if (progress.isCancelled() || failure.get() != null) {
                    job.cancel();
                    break;
                }
                progress.report((double)done.get() / numbers.size(), () -> done.get() + " of " + numbers.size()
                    + " phenotypes");
                Thread.sleep(POLL_MILLIS);
            }
        } catch (InterruptedException e) {
            job.cancel();
            throw TaskRunner.unchecked(e);
        }
        if (failure.get() != null) {
            throw TaskRunner.unchecked(failure.get());
        }
        progress.checkCancelled();
        if (job.value().get().isFailure()) {
            throw TaskRunner.unchecked(job.value().get().failed().get());
        }
    }

    /** Where nobody listens Spark itself tries for a minute before it gives up, and says little then. */
    private static void reach(final String master) {
        if (master.startsWith("spark://") || master.startsWith("k8s://")) {
            final String hosts = master.replaceFirst("^(spark|k8s)://", "").replaceFirst("^https?://", "")
                .replaceFirst("/.*$", "");
            IOException last = null;
            for (final String host : hosts.split(",")) {
                final int colon = host.lastIndexOf(':');
                try (Socket socket = new Socket()) {
                    final int port = colon < 0 ? 443 : Integer.parseInt(host.substring(colon + 1));
                    socket.connect(new InetSocketAddress(colon < 0 ? host : host.substring(0, colon), port),
                        CONNECT_MILLIS / hosts.split(",").length);
                    return;
                } catch (NumberFormatException e) {
                    throw new InputException("'" + master + "' is no address of a master.",
                        "Give host and port, such as spark://host:7077.", e);
                } catch (IOException e) {
                    last = e;
                }
            }
            throw new InputException("The master " + master + " can't be reached: " + last.getMessage() + ".",
                "Check that it runs and that this machine may connect to it; what was finished before is kept.", last);
        }
    }

    private static InputException lost(final String master, final RuntimeException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        final String text = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new InputException("The panel could not be run on " + master + ": " + cause.getClass().getSimpleName() + ": "
            + text,
            "What is finished is kept: mend the cluster and go on with --resume, or leave --master out.", e);
    }

    /** The jar that this class came from, for the executors. */
    private static String ownJar() {
        try {
            return Path.of(SparkPanel.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One phenotype. */
    private static final class Task extends AbstractFunction1<Iterator<Integer>, PanelParcel.Result> implements Serializable {
        private static final long serialVersionUID = 1L;

        private final Broadcast<PanelParcel> m_parcel;

        Task(final Broadcast<PanelParcel> parcel) {
            m_parcel = parcel;
        }

        @Override
        public PanelParcel.Result apply(final Iterator<Integer> numbers) {
            final TaskContext context = TaskContext.get();
            return m_parcel.value().run(numbers.next(), new Progress() {
                @Override
                public void report(final double fraction, final Supplier<String> message) {
                    // the driver counts whole phenotypes
                }

                @Override
                public boolean isCancelled() {
                    return context.isInterrupted();
                }
            });
        }
    }
}
