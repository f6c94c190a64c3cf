-- The sixteen figures of one ledger of events, this half-year and the same half-year before, in one pass over the
-- days that count: what a careful person writes who has only the entries. The day index finds the rows;
-- every figure is a filtered aggregate beside the others, so that nothing is read twice.
with told as (
  select
    count(*) filter (where now) as n,
    count(*) filter (where not now) as n_before,
    count(*) filter (where now and kind = 'a') as n_a,
    count(*) filter (where not now and kind = 'a') as n_a_before,
    count(*) filter (where now and kind = 'b') as n_b,
    count(*) filter (where not now and kind = 'b') as n_b_before,
    count(*) filter (where now and urgent) as urgent,
    count(*) filter (where not now and urgent) as urgent_before,
    sum(head) filter (where now) as head,
    sum(head) filter (where not now) as head_before,
    sum(head) filter (where now and kind = 'a') as head_a,
    sum(head) filter (where not now and kind = 'a') as head_a_before,
    sum(head) filter (where now and kind = 'b') as head_b,
    sum(head) filter (where not now and kind = 'b') as head_b_before,
    sum(money) filter (where now) as money,
    sum(money) filter (where not now) as money_before,
    sum(money) filter (where now and kind = 'c') as money_c,
    sum(money) filter (where not now and kind = 'c') as money_c_before,
    sum(area) filter (where now) as area,
    sum(area) filter (where not now) as area_before,
    count(*) filter (where now) as found,
    count(*) filter (where not now) as found_before,
    count(*) filter (where now and closed <= :to) as closed,
    count(*) filter (where not now and closed <= :before_to) as closed_before,
    count(distinct firm) filter (where now) as firms,
    count(distinct firm) filter (where not now) as firms_before
  from (
    select day >= :from as now, kind, urgent, head, money, area, closed, firm
    from :table
    where not void and (day between :from and :to or day between :before_from and :before_to)
  ) as rows
)
select told.*,
  round(closed * 100.0 / nullif(found, 0), 2) as close_rate,
  round(closed_before * 100.0 / nullif(found_before, 0), 2) as close_rate_before,
  round(n_a * 100.0 / nullif(n, 0), 2) as share_a,
  round(n_a_before * 100.0 / nullif(n_before, 0), 2) as share_a_before,
  head_a - head_b as a_less_b,
  head_a_before - head_b_before as a_less_b_before
from told
