import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { APPLICANT, registered } from '../support/cases.js';
import { citizen } from '../support/citizens.js';
import type { Client } from '../support/client.js';
import { countQueries } from '../support/count-queries.js';
import { openDistrict, USUAL_MORNING, type District } from '../support/district.js';

const ITEM = 'EQ-T-05-001';
const HOSTILE = `"><script>alert(1)</script>`;
const PDF = '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n';

describe('P7: what applicants do from home, on pages that need no script', () => {
  let district: District;
  let clerk: Client;
  let unitId: string;

  beforeAll(async () => {
    district = await openDistrict();
    clerk = await district.as('dxl-clerk1');
    unitId = clerk.account.unit.id;
    await district.sql.query('UPDATE offerings SET counters = ARRAY[3] WHERE unit_id = $1', [
      unitId,
    ]);
  });
  afterAll(() => district.close());
  beforeEach(() => district.clock.moveTo(USUAL_MORNING));

  const get = async (path: string) => {
    const answer = await fetch(`${district.url}${path}`);
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const post = async (
    path: string,
    fields: Record<string, string>,
    { file, headers = {} }: { file?: [string, string]; headers?: Record<string, string> } = {},
  ) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    if (file) form.append('file', new Blob([file[1]]), file[0]);
    const answer = await fetch(`${district.url}${path}`, { method: 'POST', body: form, headers });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  const person = (n: number) => {
    const { name, identityNumber, telephone } = citizen(n);
    return {
      'applicant.kind': 'PERSON',
      'applicant.name': name,
      'applicant.identityNumber': identityNumber,
      'applicant.telephone': telephone,
    };
  };
  const slot = (at: string) => new Date(at).toISOString();
  const codeOn = (text: string) => /class="code">([0-9A-Z]{4}-[0-9A-Z]{4})</.exec(text)?.[1] ?? '';

  it('progress is shown to who knows number and tail; nothing stands in an address or is kept', async () => {
    const kase = await registered(clerk, ITEM);
    const form = await get(`/progress?number=${kase.number}`);
    expect(form.text).toContain(`value="${kase.number}"`);
    expect(form.text).toContain('method="post"');
    expect(form.headers.get('content-security-policy')).toContain("default-src 'none'");
    const found = await post('/progress', { number: ` ${kase.number} `, identityTail: '002x' });
    expect(found.status).toBe(200);
    expect(found.headers.get('cache-control')).toBe('no-store');
    expect(found.headers.get('referrer-policy')).toBe('same-origin');
    expect(found.text).toContain('已收件');
    expect(found.text).toContain(kase.number);
    for (const secret of [APPLICANT.name, APPLICANT.identityNumber, APPLICANT.telephone])
      expect(found.text).not.toContain(secret);
    expect(
      (await post('/progress?lang=en', { number: kase.number, identityTail: '002X' })).text,
    ).toContain('Registered');
  });

  it('says the same of an unknown number and a wrong tail, with as many statements; then it rests', async () => {
    const kase = await registered(clerk, ITEM);
    const unknown = kase.number.replace(/\d{2}$/, '98');
    const ask = (number: string) => post('/progress', { number, identityTail: '1234' });
    const costs = [];
    const pages: Awaited<ReturnType<typeof ask>>[] = [];
    for (const number of [kase.number, unknown]) {
      costs.push(await countQueries(district, async () => void pages.push(await ask(number))));
    }
    expect(costs[0]).toEqual(costs[1]);
    const [wrong, nobody] = pages;
    expect([wrong?.status, nobody?.status]).toEqual([404, 404]);
    expect(wrong?.text.replace(kase.number, unknown)).toBe(nobody?.text);
    expect(wrong?.text).toContain('没有查到办件');
    expect(wrong?.text).toContain(`value="${kase.number}"`);
    for (let n = 0; n < 4; n++) await ask(kase.number);
    expect((await ask(kase.number)).status).toBe(429);
  });

  it('an item leads to a place, a day and a time, and the appointment is made', async () => {
    const guide = await get(`/guide/items/${ITEM}`);
    expect(guide.text).toContain(`href="/online/book?item=${ITEM}"`);
    const halls = await get(`/online/book?item=${ITEM}`);
    expect(halls.text).toContain(`unit=${unitId}`);
    const page = await get(`/online/book?item=${ITEM}&unit=${unitId}&date=2026-03-12`);
    expect(page.text).toContain('aria-current="date"');
    expect(page.text).toContain(slot('2026-03-12T09:00+08:00'));
    const fields = {
      ...{ itemCode: ITEM, unitId, date: '2026-03-12', requestKey: randomUUID() },
      slotAt: slot('2026-03-12T09:00+08:00'),
      ...person(1),
    };
    const booked = await post('/online/book', fields);
    expect(booked.text).toContain('预约成功');
    // Pressed twice: still one.
    expect(codeOn((await post('/online/book', fields)).text)).toBe(codeOn(booked.text));

    const proof = { code: codeOn(booked.text), identityTail: citizen(1).identityNumber.slice(-4) };
    expect((await post('/online/appointment', proof)).text).toContain('取消预约');
    const cancelled = await post('/online/appointment', { ...proof, do: 'cancel' });
    expect(cancelled.text).toContain('预约已取消');
    expect((await post('/online/appointment', { ...proof, identityTail: '9999' })).status).toBe(
      404,
    );
  });

  it('loses nothing that was typed, and says at the field what is wrong', async () => {
    const typed = { ...person(2), 'applicant.name': HOSTILE, 'applicant.identityNumber': '123' };
    const place = { itemCode: ITEM, unitId, date: '2026-03-13', requestKey: randomUUID() };
    const answer = await post('/online/book', {
      ...{ ...place, ...typed },
      slotAt: slot('2026-03-13T10:00+08:00'),
    });
    expect(answer.status).toBe(400);
    for (const part of [
      'value="123"',
      'aria-invalid="true"',
      'aria-describedby="applicant-identityNumber-hint applicant-identityNumber-fault"',
      'href="#applicant-identityNumber"',
      '身份证号码应为18位',
      `value="${person(2)['applicant.telephone']}"`,
      '&quot;&gt;&lt;script&gt;',
    ])
      expect(answer.text).toContain(part);
    expect(answer.text).not.toContain('<script>alert');
    expect(answer.text).toMatch(/value="2026-03-13T02:00:00.000Z"\s+checked/);
    const none = await post('/online/book', { ...place, ...person(2) });
    expect(none.text).toContain('请选择一个时段。');
  });

  it('a slot that was taken meanwhile is shown as full, with everything else kept', async () => {
    const at = slot('2026-03-16T10:00+08:00');
    const place = { itemCode: ITEM, unitId, date: '2026-03-16', slotAt: at };
    await post('/online/book', { ...place, requestKey: randomUUID(), ...person(3) });
    const late = await post('/online/book', { ...place, requestKey: randomUUID(), ...person(4) });
    expect(late.status).toBe(409);
    expect(late.text).toContain('已经约满');
    expect(late.text).toMatch(new RegExp(`value="${at}"\\s+disabled`));
    expect(late.text).toContain(person(4)['applicant.identityNumber']);
  });

  it('a preregistration is sent, and its files one by one', async () => {
    const form = await get(`/online/preregister?item=${ITEM}&unit=${unitId}`);
    const requestKey = /name="requestKey" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
    const sent = await post('/online/preregister', {
      ...{ itemCode: ITEM, unitId, requestKey },
      ...person(5),
    });
    expect(sent.text).toContain('预登记已提交');
    const add = (position: string, file?: [string, string]) =>
      post('/online/preregister/files', { requestKey, position }, file ? { file } : {});
    expect((await add('1', ['户口簿.pdf', PDF])).text).toContain('已上传：户口簿.pdf');
    const wrong = await add('2', ['a.pdf', '<html>']);
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('文件内容不是可接收的类型');
    expect(wrong.text).toContain('已上传：户口簿.pdf');
    expect((await add('2')).text).toContain('没有收到文件');
    expect(codeOn(wrong.text)).toBe(codeOn(sent.text));
  });

  it('takes no form from another site, and takes one from a phone that does not say where it is from', async () => {
    const proof = { code: '0000-0000', identityTail: '0000' };
    const foreign = (headers: Record<string, string>) =>
      post('/online/appointment', proof, { headers });
    expect((await foreign({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await foreign({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await foreign({ origin: district.url })).status).toBe(404);
    expect((await foreign({})).status).toBe(404);
    const plain = await fetch(`${district.url}/online/book`, { method: 'POST', body: 'a=1' });
    expect(plain.status).toBeGreaterThanOrEqual(400);
  });
});
