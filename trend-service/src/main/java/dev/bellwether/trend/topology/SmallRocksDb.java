package dev.bellwether.trend.topology;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/** One small memory for all stores: the default gives each of some thirty stores 98 MB. */
@RegisterForReflection
public final class SmallRocksDb implements RocksDBConfigSetter {

  private static final long ALL_STORES = 24L << 20;
  private static final long ALL_WRITES = 8L << 20;
  private static final long OLDEST_FILE_SECONDS = 24 * 60 * 60;
  private static final long ONE_WRITE_BUFFER = 1L << 20;

  @Override
  public void setConfig(String store, Options options, Map<String, Object> configs) {
    var table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(Shared.CACHE);
    table.setCacheIndexAndFilterBlocks(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(Shared.WRITES);
    options.setWriteBufferSize(ONE_WRITE_BUFFER);
    options.setMaxWriteBufferNumber(2);
    // What was deleted stays in a file until it is rewritten: so no file grows older
    options.setPeriodicCompactionSeconds(OLDEST_FILE_SECONDS);
  }

  @Override
  public void close(String store, Options options) {
    // the shared memory outlives every store
  }

  /** Loaded with the first store, never at build time: it is native memory. */
  private static final class Shared {

    private static final Cache CACHE = new LRUCache(ALL_STORES, -1, false);
    private static final WriteBufferManager WRITES = new WriteBufferManager(ALL_WRITES, CACHE);
  }
}
