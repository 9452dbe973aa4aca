update customers set name = upper(name);
delete from cities where not exists (select from customers where city = cities.id);
