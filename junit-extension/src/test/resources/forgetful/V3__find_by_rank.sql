create index customers_by_rank on customers (rank);
