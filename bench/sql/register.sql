-- The eleven figures of one register, at the end of this half-year and of the same half-year before, in one pass: what
-- stands at a day began on or before it and has not ended by it; what is new entered within the half-year.
with told as (
  select
    count(*) filter (where now) as "all",
    count(*) filter (where before) as all_before,
    count(*) filter (where now and state = 'on') as "on",
    count(*) filter (where before and state = 'on') as on_before,
    count(*) filter (where now and state = 'off') as "off",
    count(*) filter (where before and state = 'off') as off_before,
    sum(worth) filter (where now) as worth,
    sum(worth) filter (where before) as worth_before,
    sum(worth) filter (where now and state = 'on') as worth_on,
    sum(worth) filter (where before and state = 'on') as worth_on_before,
    count(*) filter (where span = 0 and valid_from between :from and :to) as new,
    count(*) filter (where span = 0 and valid_from between :before_from and :before_to) as new_before,
    sum(worth) filter (where span = 0 and valid_from between :from and :to) as new_worth,
    sum(worth) filter (where span = 0 and valid_from between :before_from and :before_to) as new_worth_before,
    count(*) filter (where opened) as opening,
    count(*) filter (where opened_before) as opening_before,
    sum(worth) filter (where opened) as opening_worth,
    sum(worth) filter (where opened_before) as opening_worth_before
  from (
    select span, state, worth, valid_from,
      coalesce(valid_to > :to, true) and valid_from <= :to as now,
      coalesce(valid_to > :before_to, true) and valid_from <= :before_to as before,
      coalesce(valid_to >= :from, true) and valid_from < :from as opened,
      coalesce(valid_to >= :before_from, true) and valid_from < :before_from as opened_before
    from :table
    where not void and valid_from <= :to
  ) as rows
)
select told.*,
  round((opening_worth - worth) * 100.0 / nullif(opening_worth, 0), 2) as reduction,
  round((opening_worth_before - worth_before) * 100.0 / nullif(opening_worth_before, 0), 2) as reduction_before,
  round("on" * 100.0 / nullif("all", 0), 2) as share_on,
  round(on_before * 100.0 / nullif(all_before, 0), 2) as share_on_before,
  worth - worth_on as worth_off,
  worth_before - worth_on_before as worth_off_before
from told
