create index customers_by_email on customers (email);
