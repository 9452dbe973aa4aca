REVOKE SELECT ON orders FROM gallery_reporting;
