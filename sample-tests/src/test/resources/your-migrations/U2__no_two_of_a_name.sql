drop index customers_by_name;
