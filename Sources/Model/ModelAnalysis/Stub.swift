import AADL
