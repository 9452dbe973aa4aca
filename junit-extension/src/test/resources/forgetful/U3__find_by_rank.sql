drop index customers_by_rank;
