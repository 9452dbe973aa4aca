package org.migrationtest.database;

/** What {@link DataReader#mark} returns; only the dialect that made it can read it. */
public interface DataMark {}
