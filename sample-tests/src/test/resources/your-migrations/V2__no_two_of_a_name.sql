create unique index customers_by_name on customers (name);
