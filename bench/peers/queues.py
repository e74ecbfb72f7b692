# SPDX-License-Identifier: EUPL-1.2
"""M/M/8 (lambda 6.4, mu 1, FIFO) in SimPy and in Ciw, each the way its own tutorial models a queue.

Usage: queues.py simpy|ciw CUSTOMERS
Prints a JSON line {"customers", "seconds", "mean"}: processor time, and the mean time in system.
"""
import json
import random
import sys
import time

RATE, SERVERS = 6.4, 8


def with_simpy(customers):
    """A process per customer that asks for one of eight servers."""
    import simpy
    draws = random.Random(1)
    environment = simpy.Environment()
    servers = simpy.Resource(environment, capacity=SERVERS)
    total = 0.0

    def customer():
        nonlocal total
        arrived = environment.now
        with servers.request() as turn:
            yield turn
            yield environment.timeout(draws.expovariate(1.0))
        total += environment.now - arrived

    def arrivals():
        for _ in range(customers):
            yield environment.timeout(draws.expovariate(RATE))
            environment.process(customer())

    environment.process(arrivals())
    environment.run()
    return total / customers


def with_ciw(customers):
    """A network of one node."""
    import ciw
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(RATE)],
        service_distributions=[ciw.dists.Exponential(1.0)],
        number_of_servers=[SERVERS])
    ciw.seed(1)
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_customers(customers, method="Finish")
    records = simulation.get_all_records()
    return sum(r.exit_date - r.arrival_date for r in records) / len(records)


def main():
    customers = int(sys.argv[2])
    begun = time.process_time()
    mean = {"simpy": with_simpy, "ciw": with_ciw}[sys.argv[1]](customers)
    print(json.dumps({"customers": customers, "seconds": time.process_time() - begun,
                      "mean": mean}))


if __name__ == "__main__":
    main()
