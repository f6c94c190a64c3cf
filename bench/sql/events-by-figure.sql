-- The sixteen figures of one ledger of events, a statement each: this half-year and the one before in one pass over the rows
-- that the figure counts, found by the day index.

-- figure n
select count(*) filter (where day >= :from) as now, count(*) filter (where day < :from) as before
from :table where not void and (day between :from and :to or day between :before_from and :before_to);

-- figure n-a
select count(*) filter (where day >= :from) as now, count(*) filter (where day < :from) as before
from :table where not void and (day between :from and :to or day between :before_from and :before_to) and kind = 'a';

-- figure n-b
select count(*) filter (where day >= :from) as now, count(*) filter (where day < :from) as before
from :table where not void and (day between :from and :to or day between :before_from and :before_to) and kind = 'b';

-- figure urgent
select count(*) filter (where day >= :from) as now, count(*) filter (where day < :from) as before
from :table where not void and (day between :from and :to or day between :before_from and :before_to) and urgent;

-- figure head
select sum(head) filter (where day >= :from) as now, sum(head) filter (where day < :from) as before
from :table where not void and (day between :from and :to or day between :before_from and :before_to);

-- figure head-a
select sum(head) filter (where day >= :from) as now, sum(head) filter (where day < :from) as before
from :table where not void and (day between :from and :to or day between :before_from and :before_to) and kind = 'a';

-- figure head-b
select sum(head) filter (where day >= :from) as now, sum(head) filter (where day < :from) as before
from :table where not void and (day between :from and :to or day between :before_from and :before_to) and kind = 'b';

-- figure money
select sum(money) filter (where day >= :from) as now, sum(money) filter (where day < :from) as before
from :table where not void and (day between :from and :to or day between :before_from and :before_to);

-- figure money-c
select sum(money) filter (where day >= :from) as now, sum(money) filter (where day < :from) as before
from :table where not void and (day between :from and :to or day between :before_from and :before_to) and kind = 'c';

-- figure area
select sum(area) filter (where day >= :from) as now, sum(area) filter (where day < :from) as before
from :table where not void and (day between :from and :to or day between :before_from and :before_to);

-- figure found
select count(*) filter (where day >= :from) as now, count(*) filter (where day < :from) as before
from :table where not void and (day between :from and :to or day between :before_from and :before_to);

-- figure closed
select count(*) filter (where day >= :from and closed <= :to) as now, count(*) filter (where day < :from and closed <= :before_to) as before
from :table where not void and (day between :from and :to or day between :before_from and :before_to);

-- figure firms
select count(distinct firm) filter (where day >= :from) as now, count(distinct firm) filter (where day < :from) as before
from :table where not void and (day between :from and :to or day between :before_from and :before_to);

-- figure close-rate
select round(count(*) filter (where day >= :from and closed <= :to) * 100.0 / nullif(count(*) filter (where day >= :from), 0), 2) as now,
  round(count(*) filter (where day < :from and closed <= :before_to) * 100.0 / nullif(count(*) filter (where day < :from), 0), 2) as before
from :table where not void and (day between :from and :to or day between :before_from and :before_to);

-- figure share-a
select round(count(*) filter (where day >= :from and kind = 'a') * 100.0 / nullif(count(*) filter (where day >= :from), 0), 2) as now,
  round(count(*) filter (where day < :from and kind = 'a') * 100.0 / nullif(count(*) filter (where day < :from), 0), 2) as before
from :table where not void and (day between :from and :to or day between :before_from and :before_to);

-- figure a-less-b
select sum(case kind when 'a' then head else -head end) filter (where day >= :from) as now, sum(case kind when 'a' then head else -head end) filter (where day < :from) as before
from :table where not void and (day between :from and :to or day between :before_from and :before_to) and kind in ('a', 'b');
