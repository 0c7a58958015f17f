select episode, measure, count(*) as scores,
    max(value) filter (where forward = 1) as first_score,
    max(value) filter (where backward = 1) as last_score
from (
    select episode, measure, value,
        row_number() over (partition by episode, measure
            order by place, day nulls first, score) as forward,
        row_number() over (partition by episode, measure
            order by place desc, day desc nulls last, score desc) as backward
    from (
        select coalesce(referral.based_on, referral.referral) as episode, measure, value, day, score,
            case point when 'baseline' then 1 when 'review' then 2 when 'exit' then 3 else 4 end as place
        from score join referral on referral.referral = score.referral
        where score.status in ('final', 'amended', 'corrected') and value is not null) as stands) as ordered
group by episode, measure
having count(*) > 1
