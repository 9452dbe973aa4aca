ALTER TABLE countries RENAME TO countries_kept;
ALTER INDEX countries_pkey RENAME TO countries_kept_pkey;
