-- Changes of the register of clients and users, by whatever way: operators change it without asking the server.
select pg_advisory_xact_lock(5137009);
create or replace function sprig_audit_register() returns trigger language plpgsql as $$
begin
    insert into sprig_audit (interaction, outcome, reason, address, entities)
    values ('CLIENT_CHANGE', 0, session_user, coalesce(host(inet_client_addr()), 'local'),
        array[left(replace(tg_op, 'INSERT', 'C'), 1) || ' ' || tg_argv[0] || '/'
            || (to_jsonb(coalesce(new, old)) ->> tg_argv[1])]);
    return null;
end $$;
create or replace trigger sprig_audit_client after insert or update or delete on sprig_client
    for each row execute function sprig_audit_register('client', 'id');
create or replace trigger sprig_audit_user after insert or update or delete on sprig_user
    for each row execute function sprig_audit_register('user', 'name');
