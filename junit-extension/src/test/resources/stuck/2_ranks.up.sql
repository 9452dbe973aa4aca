alter table customers
  add rank intt;
