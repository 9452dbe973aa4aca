CREATE TYPE loyalty AS ENUM ('silver', 'gold');
ALTER TABLE customers ADD COLUMN loyalty loyalty;
