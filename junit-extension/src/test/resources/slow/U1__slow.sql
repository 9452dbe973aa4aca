drop table slow;
