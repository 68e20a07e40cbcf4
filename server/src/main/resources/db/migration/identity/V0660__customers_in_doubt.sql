-- The work list of customers that are perhaps several: few among all.
create index customer_doubtful on identity.customer (customer) where live and doubtful;
