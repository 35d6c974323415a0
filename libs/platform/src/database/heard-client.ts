import pg from 'pg';

/**
 * A connection whose errors always have a listener. PostgreSQL may end one in the very message in which it
 * is handed over; the pool listens no more then and TypeORM not yet, and an error that nobody hears ends
 * the process. The query that follows is refused all the same, so nothing is hidden.
 */
export class HeardClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
