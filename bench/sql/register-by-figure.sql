-- The eleven figures of one register, a statement each. What stands at a day began on or before it and has not ended by it.

-- figure all
select count(*) filter (where valid_from <= :to and coalesce(valid_to > :to, true)) as now, count(*) filter (where valid_from <= :before_to and coalesce(valid_to > :before_to, true)) as before
from :table where not void and valid_from <= :to;

-- figure on
select count(*) filter (where valid_from <= :to and coalesce(valid_to > :to, true)) as now, count(*) filter (where valid_from <= :before_to and coalesce(valid_to > :before_to, true)) as before
from :table where not void and valid_from <= :to and state = 'on';

-- figure off
select count(*) filter (where valid_from <= :to and coalesce(valid_to > :to, true)) as now, count(*) filter (where valid_from <= :before_to and coalesce(valid_to > :before_to, true)) as before
from :table where not void and valid_from <= :to and state = 'off';

-- figure worth
select sum(worth) filter (where valid_from <= :to and coalesce(valid_to > :to, true)) as now, sum(worth) filter (where valid_from <= :before_to and coalesce(valid_to > :before_to, true)) as before
from :table where not void and valid_from <= :to;

-- figure worth-on
select sum(worth) filter (where valid_from <= :to and coalesce(valid_to > :to, true)) as now, sum(worth) filter (where valid_from <= :before_to and coalesce(valid_to > :before_to, true)) as before
from :table where not void and valid_from <= :to and state = 'on';

-- figure new
select count(*) filter (where valid_from >= :from) as now, count(*) filter (where valid_from < :from) as before
from :table where not void and span = 0 and (valid_from between :from and :to or valid_from between :before_from and :before_to);

-- figure new-worth
select sum(worth) filter (where valid_from >= :from) as now, sum(worth) filter (where valid_from < :from) as before
from :table where not void and span = 0 and (valid_from between :from and :to or valid_from between :before_from and :before_to);

-- figure opening
select count(*) filter (where valid_from < :from and coalesce(valid_to >= :from, true)) as now, count(*) filter (where valid_from < :before_from and coalesce(valid_to >= :before_from, true)) as before
from :table where not void and valid_from <= :from;

-- figure reduction
select round((sum(worth) filter (where valid_from < :from and coalesce(valid_to >= :from, true)) - sum(worth) filter (where valid_from <= :to and coalesce(valid_to > :to, true))) * 100.0 / nullif(sum(worth) filter (where valid_from < :from and coalesce(valid_to >= :from, true)), 0), 2) as now,
  round((sum(worth) filter (where valid_from < :before_from and coalesce(valid_to >= :before_from, true)) - sum(worth) filter (where valid_from <= :before_to and coalesce(valid_to > :before_to, true))) * 100.0 / nullif(sum(worth) filter (where valid_from < :before_from and coalesce(valid_to >= :before_from, true)), 0), 2) as before
from :table where not void and valid_from <= :to;

-- figure share-on
select round(count(*) filter (where state = 'on' and valid_from <= :to and coalesce(valid_to > :to, true)) * 100.0 / nullif(count(*) filter (where valid_from <= :to and coalesce(valid_to > :to, true)), 0), 2) as now,
  round(count(*) filter (where state = 'on' and valid_from <= :before_to and coalesce(valid_to > :before_to, true)) * 100.0 / nullif(count(*) filter (where valid_from <= :before_to and coalesce(valid_to > :before_to, true)), 0), 2) as before
from :table where not void and valid_from <= :to;

-- figure worth-off
select sum(worth) filter (where valid_from <= :to and coalesce(valid_to > :to, true)) as now, sum(worth) filter (where valid_from <= :before_to and coalesce(valid_to > :before_to, true)) as before
from :table where not void and valid_from <= :to and state <> 'on';
