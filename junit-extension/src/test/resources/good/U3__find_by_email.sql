drop index customers_by_email;
