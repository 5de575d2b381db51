"""Reads traces with scapy and prints a line of JSON for each UDP datagram: its payload, and whether
the checksums that scapy computes are those of the file."""

import json
import sys

from scapy.layers.inet import IP, UDP
from scapy.layers.inet6 import IPv6
from scapy.utils import PcapNgReader


def checksum_is_right(packet) -> bool:
    again = packet.copy()
    del again[UDP].chksum
    if IP in again:
        del again[IP].chksum
    return bytes(again) == bytes(packet)


for path in sys.argv[1:]:
    with PcapNgReader(path) as packets:
        for packet in packets:
            if UDP not in packet or (IP not in packet and IPv6 not in packet):
                continue
            print(json.dumps({
                "trace": path,
                "payload": bytes(packet[UDP].payload).hex(),
                "right": checksum_is_right(packet),
                "source": packet[UDP].sport,
                "destination": packet[UDP].dport,
            }))
