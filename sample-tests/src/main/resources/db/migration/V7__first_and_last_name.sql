ALTER TABLE customers
    ADD COLUMN first_name varchar(100),
    ADD COLUMN last_name varchar(100);

-- A thousand customers at a time.
DO $$
DECLARE
    done bigint := 0;
    highest bigint := (SELECT max(id) FROM customers);
BEGIN
    WHILE done < highest LOOP
        UPDATE customers
        SET first_name = left(split_part(name, ' ', 1), 100),
            last_name = left(ltrim(substr(name, length(split_part(name, ' ', 1)) + 1)), 100)
        WHERE id > done AND id <= done + 1000;
        done := done + 1000;
    END LOOP;
END
$$;
